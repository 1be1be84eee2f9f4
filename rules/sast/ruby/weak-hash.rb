def store_password(user, password)
  # ruleid: ruby.crypto.weak-hash
  user.update(hash: Digest::MD5.hexdigest(password))
end

def signature(text, key)
  # ruleid: ruby.crypto.weak-hash
  OpenSSL::HMAC.hexdigest("SHA1", key, text)
end

def fingerprint(certificate)
  # ruleid: ruby.crypto.weak-hash
  Digest::SHA1.hexdigest(certificate.to_der)
end

def store_password_slowly(user, password)
  # ok: ruby.crypto.weak-hash
  user.update(hash: BCrypt::Password.create(password))
end

def signature_strong(text, key)
  # ok: ruby.crypto.weak-hash
  OpenSSL::HMAC.hexdigest("SHA256", key, text)
end

def fingerprint_strong(certificate)
  # ok: ruby.crypto.weak-hash
  Digest::SHA256.hexdigest(certificate.to_der)
end
