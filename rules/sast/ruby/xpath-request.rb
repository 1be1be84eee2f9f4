class ProductsController < ApplicationController
  def find
    # ruleid: ruby.injection.xpath-request
    render xml: catalog.xpath("//product[name='#{params[:name]}']")
  end

  def price
    number = params[:number]
    # ruleid: ruby.injection.xpath-request
    render plain: catalog.at_xpath("//product[@number='" + number + "']/price").text
  end

  def first
    # ruleid: ruby.injection.xpath-request
    render xml: REXML::XPath.first(catalog, "//" + params[:tag])
  end

  def by_number
    # ok: ruby.injection.xpath-request
    render xml: catalog.xpath("//product[@id=#{params[:id].to_i}]")
  end

  def by_tag
    tag = params[:tag]
    return head :bad_request unless TAGS.include?(tag)
    # ok: ruby.injection.xpath-request
    render xml: catalog.xpath("//#{tag}")
  end

  def all
    # ok: ruby.injection.xpath-request
    render xml: catalog.xpath("//product")
  end
end
