class MailsController < ApplicationController
  def preview
    # ruleid: ruby.injection.template-request
    render inline: params[:template]
  end

  def test
    text = "Dear #{params[:name]}, <%= @shop %>"
    # ruleid: ruby.injection.template-request
    @mail = ERB.new(text).result(binding)
  end

  def layout
    # ruleid: ruby.injection.template-request
    @page = Haml::Engine.new(params[:layout]).render
  end

  def greeting
    # ok: ruby.injection.template-request
    render inline: "Hello <%= name %>", locals: { name: params[:name] }
  end

  def stored
    # ok: ruby.injection.template-request
    @mail = ERB.new(File.read("mails/welcome.erb")).result(binding)
  end

  def file
    # ok: ruby.injection.template-request
    render "greeting", locals: { name: params[:name] }
  end
end
