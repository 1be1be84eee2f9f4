class StateController < ApplicationController
  def restore
    # ruleid: ruby.injection.deserialize-request
    @state = Marshal.load(Base64.decode64(params[:state]))
  end

  def import
    text = params[:file].read
    # ruleid: ruby.injection.deserialize-request
    @settings = YAML.unsafe_load(text)
  end

  def cart
    # ruleid: ruby.injection.deserialize-request
    @cart = Oj.object_load(cookies[:cart])
  end

  def restore_json
    # ok: ruby.injection.deserialize-request
    @state = JSON.parse(params[:state])
  end

  def import_safely
    # ok: ruby.injection.deserialize-request
    @settings = YAML.safe_load(params[:file].read)
  end

  def cached
    # ok: ruby.injection.deserialize-request
    @menu = Marshal.load(File.binread("tmp/menu.bin"))
  end
end
