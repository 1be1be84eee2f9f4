class SessionsController < ApplicationController
  def create
    # ruleid: ruby.auth.cookie-flags
    cookies[:remember] = { value: token, httponly: false, secure: true }
  end

  def refresh
    # ruleid: ruby.auth.cookie-flags
    cookies.signed[:session_hint] = { value: token, secure: false }
  end

  def create_safely
    # ok: ruby.auth.cookie-flags
    cookies[:remember] = { value: token, httponly: true, secure: true }
  end

  def refresh_safely
    # ok: ruby.auth.cookie-flags
    cookies.signed[:session_hint] = { value: token, secure: Rails.env.production?, httponly: true }
  end
end

# ruleid: ruby.auth.cookie-flags
Rails.application.config.session_store :cookie_store, key: "_shop", secure: false

# ok: ruby.auth.cookie-flags
Rails.application.config.session_store :cookie_store, key: "_shop", secure: true
