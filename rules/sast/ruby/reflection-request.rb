class ExportsController < ApplicationController
  KINDS = { "order" => Order, "user" => User }.freeze

  def create
    # ruleid: ruby.injection.class-request
    # ok: ruby.injection.reflection-request
    model = params[:kind].classify.constantize
    render json: model.all
  end

  def column
    name = params[:column]
    # ruleid: ruby.injection.reflection-request
    render json: User.all.map { |user| user.public_send(name) }
  end

  def formatter
    # ruleid: ruby.injection.class-request
    render plain: Object.const_get(params[:formatter]).new.call
  end

  def formatter_of
    # ruleid: ruby.injection.reflection-request
    # ruleid: ruby.injection.class-request
    render plain: Object.const_get(params[:formatter]).new(params[:text]).call
  end

  def known
    # ok: ruby.injection.reflection-request
    # ok: ruby.injection.class-request
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

def checked_kind
  kind = Object.const_get(params[:kind].camelcase)
  # ok: ruby.injection.class-request
  return unless kind < Report

  kind.new.run
end

def subclass_of(name)
  # ok: ruby.injection.class-request
  kind = params[:kind].safe_constantize
  kind && kind <= Report ? kind : nil
end

def pages(list)
  # ok: ruby.injection.class-request
  list[params[:page].to_i, 10].each { |name| name.constantize.touch }
end

def build(params)
  # ok: ruby.injection.class-request
  params[:kind].constantize.new
end

def build_all(*params)
  # ok: ruby.injection.class-request
  params.first.constantize.new
end

def chat
  # ok: ruby.injection.reflection-request
  @socket.send(params[:message])
  # ruleid: ruby.injection.reflection-request
  @report.send(params[:column])
end
