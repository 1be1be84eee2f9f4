class OrdersController < ApplicationController
  # ruleid: ruby.auth.csrf-off
  skip_before_action :verify_authenticity_token, only: [:create]
end

class ProfilesController < ApplicationController
  # ruleid: ruby.auth.csrf-off
  skip_forgery_protection
end

Rails.application.configure do
  # ruleid: ruby.auth.csrf-off
  config.action_controller.allow_forgery_protection = false
end

class CartsController < ApplicationController
  # ok: ruby.auth.csrf-off
  protect_from_forgery with: :exception
end

class PublicController < ApplicationController
  # ok: ruby.auth.csrf-off
  skip_before_action :require_login, only: [:index]
end

Rails.application.configure do
  # ok: ruby.auth.csrf-off
  config.action_controller.allow_forgery_protection = true
end
