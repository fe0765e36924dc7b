require "net/http"

def stock
  uri = URI("https://stock.internal.example.com/items")
  http = Net::HTTP.new(uri.host, uri.port)
  http.use_ssl = true
  http.ca_file = "/etc/ssl/private-ca.pem"
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  http.get(uri.path).body
end
