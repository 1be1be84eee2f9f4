def seal(text, key)
  # ruleid: ruby.crypto.weak-cipher
  cipher = OpenSSL::Cipher.new("des-ede3-cbc")
  cipher.encrypt
  cipher.key = key
  cipher.update(text) + cipher.final
end

def seal_blocks
  # ruleid: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("aes-256-ecb")
end

def stream
  # ruleid: ruby.crypto.weak-cipher
  OpenSSL::Cipher::RC4.new
end

def seal_authenticated
  # ok: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("aes-256-gcm")
end

def encryptor(key)
  # ok: ruby.crypto.weak-cipher
  ActiveSupport::MessageEncryptor.new(key)
end

def seal_cbc
  # ok: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("AES-256-CBC")
end
