class PeopleController < ApplicationController
  def find
    # ruleid: ruby.injection.ldap-request
    filter = Net::LDAP::Filter.construct("(uid=#{params[:uid]})")
    render json: directory.search(filter: filter)
  end

  def members
    name = params[:group]
    # ruleid: ruby.injection.ldap-request
    render json: @ldap.search(base: "ou=#{name},dc=example,dc=com")
  end

  def log_in
    # ruleid: ruby.injection.ldap-request
    @ldap.auth("uid=#{params[:user]},dc=example,dc=com", params[:password])
  end

  def find_escaped
    # ok: ruby.injection.ldap-request
    filter = Net::LDAP::Filter.eq("uid", params[:uid])
    render json: directory.search(filter: filter)
  end

  def by_number
    # ok: ruby.injection.ldap-request
    filter = Net::LDAP::Filter.construct("(uidNumber=#{params[:number].to_i})")
    render json: directory.search(filter: filter)
  end

  def log_in_escaped
    # ok: ruby.injection.ldap-request
    @ldap.auth("uid=#{Net::LDAP::DN.escape(params[:user])},dc=example,dc=com", params[:password])
  end
end
