class LoginsController < ApplicationController
  def create
    # ruleid: ruby.logging.log-request
    Rails.logger.warn("Login failed for #{params[:user]}")
  end

  def reset
    address = params[:email]
    # ruleid: ruby.logging.log-request
    logger.info "Reset asked for " + address
  end

  def agent
    # ruleid: ruby.logging.log-request
    @logger.info("Seen #{request.user_agent}")
  end

  def create_inspect
    # ok: ruby.logging.log-request
    Rails.logger.warn("Login failed for #{params[:user].inspect}")
  end

  def reset_clean
    # ok: ruby.logging.log-request
    logger.info("Reset asked for #{params[:email].tr("\r\n", "")}")
  end

  def page
    # ok: ruby.logging.log-request
    logger.info("Page #{params[:page].to_i}")
  end
end
