class SessionsController < ApplicationController
  def create
    # ruleid: ruby.injection.open-redirect
    redirect_to params[:return_to]
  end

  def leave
    target = params[:url] || root_path
    # ruleid: ruby.injection.open-redirect
    redirect_to target, allow_other_host: true
  end

  def back
    # ruleid: ruby.injection.open-redirect
    redirect_back_or_to cookies[:last_page], allow_other_host: true
  end

  def home
    # ok: ruby.injection.open-redirect
    redirect_to user_path(params[:id])
  end

  def local
    # ok: ruby.injection.open-redirect
    redirect_to url_from(params[:return_to]) || root_path
  end

  def show
    # ok: ruby.injection.open-redirect
    redirect_to User.find(params[:id])
  end

  def page
    # ok: ruby.injection.open-redirect
    redirect_to "/pages/#{params[:page]}"
  end
end
