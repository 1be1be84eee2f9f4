class ExportsController < ApplicationController
  KINDS = { "order" => Order, "user" => User }.freeze

  def create
    # ruleid: ruby.injection.reflection-request
    model = params[:kind].classify.constantize
    render json: model.all
  end

  def column
    name = params[:column]
    # ruleid: ruby.injection.reflection-request
    render json: User.all.map { |user| user.public_send(name) }
  end

  def formatter
    # ruleid: ruby.injection.reflection-request
    render plain: Object.const_get(params[:formatter]).new.call
  end

  def known
    # ok: ruby.injection.reflection-request
    model = KINDS.fetch(params[:kind])
    render json: model.all
  end

  def known_column
    name = params[:column]
    return head :bad_request unless User::PUBLIC.include?(name)
    # ok: ruby.injection.reflection-request
    render json: User.all.map { |user| user.public_send(name) }
  end

  def fixed
    # ok: ruby.injection.reflection-request
    render json: User.all.map { |user| user.public_send(:name) }
  end
end
