def charge(host)
  http = Net::HTTP.new(host, 443)
  http.use_ssl = true
  # ruleid: ruby.crypto.tls-verify-off
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  http.get("/charge")
end

def rates
  # ruleid: ruby.crypto.tls-verify-off
  HTTParty.get("https://rates.example.com", verify: false)
end

def client
  # ruleid: ruby.crypto.tls-verify-off
  Faraday.new(url: "https://api.example.com", ssl: { verify: false })
end

def charge_checked(host)
  http = Net::HTTP.new(host, 443)
  http.use_ssl = true
  # ok: ruby.crypto.tls-verify-off
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  http.get("/charge")
end

def rates_checked
  # ok: ruby.crypto.tls-verify-off
  HTTParty.get("https://rates.example.com", timeout: 5)
end

def client_with_authority
  # ok: ruby.crypto.tls-verify-off
  Faraday.new(url: "https://api.example.com", ssl: { ca_file: "/etc/ssl/shop.pem" })
end
