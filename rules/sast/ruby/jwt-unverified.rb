def user_of(token)
  # ruleid: ruby.auth.jwt-unverified
  payload, = JWT.decode(token, nil, false)
  User.find(payload["sub"])
end

def issue(user)
  # ruleid: ruby.auth.jwt-unverified
  JWT.encode({ sub: user.id }, nil, "none")
end

def claims(token, key)
  # ruleid: ruby.auth.jwt-unverified
  JWT.decode(token, key, false, algorithm: "HS256").first
end

def user_of_checked(token, key)
  # ok: ruby.auth.jwt-unverified
  payload, = JWT.decode(token, key, true, algorithm: "HS256")
  User.find(payload["sub"])
end

def issue_signed(user, key)
  # ok: ruby.auth.jwt-unverified
  JWT.encode({ sub: user.id }, key, "HS256")
end

def claims_checked(token, key)
  # ok: ruby.auth.jwt-unverified
  JWT.decode(token, key, true, { algorithm: "RS256" }).first
end
