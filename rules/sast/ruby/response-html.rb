class PagesController < ApplicationController
  def greeting
    # ruleid: ruby.injection.response-html
    @greeting = "<b>Hello #{params[:name]}</b>".html_safe
  end

  def banner
    text = params[:banner]
    # ruleid: ruby.injection.response-html
    render html: text.html_safe
  end

  def note
    # ruleid: ruby.injection.response-html
    helpers.content_tag(:p, raw(params[:note]))
  end

  def greeting_escaped
    # ok: ruby.injection.response-html
    @greeting = "<b>Hello #{ERB::Util.html_escape(params[:name])}</b>".html_safe
  end

  def banner_clean
    # ok: ruby.injection.response-html
    render html: helpers.sanitize(params[:banner]).html_safe
  end

  def page
    # ok: ruby.injection.response-html
    render html: "<i>Page #{params[:page].to_i}</i>".html_safe
  end

  def found
    @product = Product.find(params[:id])
    # ok: ruby.injection.response-html
    @title = @product.title.html_safe
  end

  def field
    # ok: ruby.injection.response-html
    text_field_tag("note", params[:note]).html_safe
  end

  def plain
    # ok: ruby.injection.response-html
    render plain: params[:note]
  end
end

module PageNames
  def page_name
    # ok: ruby.injection.response-html
    "<body class=\"#{params[:controller]} #{params[:action]}\">".html_safe
  end

  def page_title
    # ruleid: ruby.injection.response-html
    "<title>#{params[:title]}</title>".html_safe
  end
end
