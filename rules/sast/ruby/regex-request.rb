class SearchController < ApplicationController
  def names
    # ruleid: ruby.injection.regex-request
    pattern = Regexp.new(params[:q])
    render json: NAMES.grep(pattern)
  end

  def titles
    # ruleid: ruby.injection.regex-request
    word = Regexp.compile("^" + params[:prefix])
    render json: TITLES.grep(word)
  end

  def lines
    filter = params[:filter]
    # ruleid: ruby.injection.regex-request
    render json: LINES.select { |line| line.match?(Regexp.new(filter, Regexp::IGNORECASE)) }
  end

  def names_escaped
    # ok: ruby.injection.regex-request
    render json: NAMES.grep(Regexp.new(Regexp.escape(params[:q])))
  end

  def numbers
    # ok: ruby.injection.regex-request
    render json: NAMES.grep(Regexp.new("^#{params[:number].to_i}-"))
  end

  def words
    # ok: ruby.injection.regex-request
    render json: NAMES.grep(Regexp.new("^[a-z]+$"))
  end
end
