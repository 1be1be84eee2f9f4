class PreviewsController < ApplicationController
  def show
    # ruleid: ruby.injection.ssrf-request
    @page = Net::HTTP.get(URI(params[:url]))
  end

  def image
    address = params[:image]
    # ruleid: ruby.injection.ssrf-request
    send_data URI.open(address).read
  end

  def hook
    # ruleid: ruby.injection.ssrf-request
    HTTParty.post("https://#{params[:host]}/hook", body: { event: "test" })
    head :ok
  end

  def feed
    # ruleid: ruby.injection.ssrf-request
    render xml: Faraday.get(params[:feed]).body
  end

  def weather
    # ok: ruby.injection.ssrf-request
    @page = Net::HTTP.get(URI("https://weather.example.com/city?name=#{CGI.escape(params[:city])}"))
  end

  def status
    host = params[:host]
    return head :bad_request unless HOSTS.include?(host)
    # ok: ruby.injection.ssrf-request
    HTTParty.post("https://#{host}/status", body: {})
  end

  def order
    # ok: ruby.injection.ssrf-request
    HTTParty.get("#{settings.base}/orders/#{params[:order]}")
    # ruleid: ruby.injection.ssrf-request
    HTTParty.get("https://#{params[:shop]}/orders")
  end

  def rates
    # ok: ruby.injection.ssrf-request
    render json: Faraday.get("https://rates.example.com/today", { day: params[:day] }).body
  end
end
