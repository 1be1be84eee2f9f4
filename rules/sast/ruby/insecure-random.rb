def start_reset(user)
  # ruleid: ruby.crypto.insecure-random
  token = rand(10**12).to_s(36)
  user.update(reset: token)
end

def new_password
  # ruleid: ruby.crypto.insecure-random
  password = Array.new(10) { ("a".."z").to_a.sample }.join
  password
end

def one_time(user)
  # ruleid: ruby.crypto.insecure-random
  user.otp = Random.rand(100_000..999_999)
end

def start_reset_safely(user)
  # ok: ruby.crypto.insecure-random
  token = SecureRandom.hex(32)
  user.update(reset: token)
end

def banner(banners)
  # ok: ruby.crypto.insecure-random
  index = rand(banners.size)
  banners[index]
end

def password_safely(letters)
  # ok: ruby.crypto.insecure-random
  password = letters.shuffle(random: SecureRandom).join
  password
end

def one_time_safely(user)
  # ok: ruby.crypto.insecure-random
  user.otp = SecureRandom.random_number(900_000) + 100_000
end
