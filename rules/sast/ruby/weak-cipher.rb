def seal(text, key)
  # ruleid: ruby.crypto.small-blocks
  # ok: ruby.crypto.weak-cipher
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

def single
  # ruleid: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("des-cbc")
end

def fish
  # ruleid: ruby.crypto.small-blocks
  OpenSSL::Cipher.new("bf-cbc")
end

def fish_by_class
  # ruleid: ruby.crypto.small-blocks
  OpenSSL::Cipher::BF.new("cbc")
end

def seal_authenticated
  # ok: ruby.crypto.small-blocks
  # ok: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("aes-256-gcm")
end

def encryptor(key)
  # ok: ruby.crypto.small-blocks
  # ok: ruby.crypto.weak-cipher
  ActiveSupport::MessageEncryptor.new(key)
end

def seal_cbc
  # ok: ruby.crypto.small-blocks
  # ok: ruby.crypto.weak-cipher
  OpenSSL::Cipher.new("AES-256-CBC")
end
