def valid?(password)
  # ruleid: auth/password-min-length
  return false if password.length < 6
  # ok: auth/password-min-length
  password.length >= 12
end
