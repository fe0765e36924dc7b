def allowed?(url)
  host = URI.parse(url).host
  # ruleid: injection/host-check-partial
  return true if host.end_with?('example.com')
  # ok: injection/host-check-partial
  return true if host.end_with?('.example.com')
  # ok: injection/host-check-partial
  host == 'example.com'
end
