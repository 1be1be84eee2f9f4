class ToolsController < ApplicationController
  def ping
    # ruleid: ruby.injection.command-request
    render plain: `ping -c 1 #{params[:host]}`
  end

  def thumbnail
    size = params[:size]
    # ruleid: ruby.injection.command-request
    system("convert upload.png -resize #{size} small.png")
  end

  def archive
    pack(params[:folder])
  end

  def lookup
    # ruleid: ruby.injection.command-request
    output, status = Open3.capture2("whois " + params[:domain])
    render plain: output if status.success?
  end

  def ping_quoted
    # ok: ruby.injection.command-request
    render plain: `ping -c 1 #{Shellwords.escape(params[:host])}`
  end

  def thumbnail_by_arguments
    # ok: ruby.injection.command-request
    system("convert", "upload.png", "-resize", params[:size], "small.png")
  end

  def thumbnail_by_number
    # ok: ruby.injection.command-request
    system("convert upload.png -resize #{params[:size].to_i} small.png")
  end

  def disk
    # ok: ruby.injection.command-request
    render plain: `df -h`
  end

  private

  def pack(folder)
    # ruleid: ruby.injection.command-request
    IO.popen("tar cz #{folder}", "r") { |out| send_data out.read }
  end
end

class Cropper
  def crop(file)
    params = { picture: file.path }
    # ok: ruby.injection.command-request
    Open3.capture3("convert %<picture>s -trim small.png" % params)
  end
end
