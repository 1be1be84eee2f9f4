class AccountsController < ApplicationController
  def create
    # ruleid: ruby.injection.mass-assignment
    Account.create!(params.require(:account).permit!)
  end

  def update
    # ruleid: ruby.injection.mass-assignment
    current_account.update(params[:account].to_unsafe_h)
  end

  def import
    # ruleid: ruby.injection.mass-assignment
    fields = params.permit!
    Account.insert(fields)
  end

  def register
    # ok: ruby.injection.mass-assignment
    Account.create!(params.require(:account).permit(:name, :email))
  end

  def rename
    # ok: ruby.injection.mass-assignment
    current_account.update(name: params[:name])
  end

  def show
    # ok: ruby.injection.mass-assignment
    render json: Account.find(params[:id]).slice(:name, :email)
  end
end
