class UsersController < ApplicationController
  def index
    # ruleid: ruby.injection.sql-request
    @users = User.where("name LIKE '%#{params[:q]}%'")
  end

  def sorted
    column = params[:sort]
    # ruleid: ruby.injection.sql-request
    @users = User.order(column + " desc")
  end

  def report
    shop = params.require(:report)[:shop]
    # ruleid: ruby.injection.sql-request
    rows = ActiveRecord::Base.connection.execute("SELECT SUM(total) FROM orders WHERE shop = '#{shop}'")
    render json: rows
  end

  def by_status
    render json: Order.with_status(params[:status])
  end

  def search
    # ok: ruby.injection.sql-request
    @users = User.where("name LIKE ?", "%#{params[:q]}%")
  end

  def by_name
    # ok: ruby.injection.sql-request
    @users = User.where(name: params[:name]).order(:created_at)
  end

  def by_number
    # ok: ruby.injection.sql-request
    @users = User.where("id > #{params[:after].to_i}")
  end

  def service
    # ok: ruby.injection.sql-request
    ImportService.new(current_user).execute(params[:name])
    # ok: ruby.injection.sql-request
    message.from(params[:sender])
    # ruleid: ruby.injection.sql-request
    ActiveRecord::Base.connection.execute("DELETE FROM marks WHERE name = '#{params[:name]}'")
  end

  def threads
    user = User.where(name: params[:name]).first!
    shop = Shop.find_by!(slug: params[:shop])
    # ok: ruby.injection.sql-request
    Comment.joins("JOIN threads ON author = #{user.id} AND shop = #{shop.id}")
    # ruleid: ruby.injection.sql-request
    User.where("name = '#{params[:name]}'").first!
  end

  def sorted_by_known
    column = params[:sort]
    return head :bad_request unless %w[name email].include?(column)
    # ok: ruby.injection.sql-request
    @users = User.order(column)
  end
end

class Order < ApplicationRecord
  def self.with_status(status)
    # ruleid: ruby.injection.sql-request
    find_by_sql("SELECT * FROM orders WHERE status = '" + status + "'")
  end
end
