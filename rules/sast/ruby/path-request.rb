class FilesController < ApplicationController
  def show
    # ruleid: ruby.injection.path-request
    send_file "/srv/files/#{params[:name]}"
  end

  def destroy
    path = File.join(FOLDER, params[:name])
    # ruleid: ruby.injection.path-request
    File.delete(path)
    head :no_content
  end

  def edit
    # ruleid: ruby.injection.path-request
    @text = File.read(Rails.root.join("notes", params[:note]))
  end

  def download
    # ok: ruby.injection.path-request
    send_file "/srv/files/#{File.basename(params[:name])}"
  end

  def invoice
    # ok: ruby.injection.path-request
    send_file "/srv/invoices/#{Integer(params[:number])}.pdf"
  end

  def note
    name = params[:note]
    return head :not_found unless Note::NAMES.include?(name)
    # ok: ruby.injection.path-request
    @text = File.read(Rails.root.join("notes", name))
  end

  def append
    # ok: ruby.injection.path-request
    File.write("/var/log/shop.log", params[:text], mode: "a")
  end

  def archive
    # ok: ruby.injection.path-request
    send_file "/srv/archives/#{params[:name].gsub(/[^\w-]/, '')}.zip"
  end

  def folder
    # ruleid: ruby.injection.path-request
    send_file "/srv/archives/#{params[:name].gsub(/[^a-z\/]/, '')}.zip"
  end

  def kept
    # ok: ruby.injection.path-request
    send_file cookies.signed[:place]
    # ok: ruby.injection.path-request
    send_file Rails.application.message_verifier(:places).verify(params[:place])
    # ok: ruby.injection.path-request
    send_file params[:size].presence_in(SIZES)
  end
end
