package tokens

import "github.com/golang-jwt/jwt/v5"

func User(text string) (*jwt.Token, error) {
	claims := jwt.MapClaims{}
	// ruleid: go.crypto.jwt-unverified
	token, _, err := jwt.NewParser().ParseUnverified(text, claims)
	return token, err
}

func Anonymous(claims jwt.MapClaims) (string, error) {
	// ruleid: go.crypto.jwt-unverified
	token := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ruleid: go.crypto.jwt-unverified
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType)
}

func SafeUser(text string, key []byte) (*jwt.Token, error) {
	// ok: go.crypto.jwt-unverified
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

func Issue(claims jwt.MapClaims, key []byte) (string, error) {
	// ok: go.crypto.jwt-unverified
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func Claims(user string) jwt.MapClaims {
	// ok: go.crypto.jwt-unverified
	return jwt.MapClaims{"sub": user}
}

func IsPartnerToken(text string) (bool, error) {
	// ok: go.crypto.jwt-unverified
	token, _, err := jwt.NewParser().ParseUnverified(text, &jwt.RegisteredClaims{})
	if err != nil {
		return false, err
	}
	issuer, err := token.Claims.GetIssuer()
	return issuer == "partner", err
}

func UserOfAnyIssuer(text string, keys map[string]any) (*jwt.Token, error) {
	// ok: go.crypto.jwt-unverified
	unread, _, err := jwt.NewParser().ParseUnverified(text, &jwt.RegisteredClaims{})
	if err != nil {
		return nil, err
	}
	key := keys[unread.Header["kid"].(string)]
	token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
	return token, err
}

func IsAdmin(text string) bool {
	claims := jwt.MapClaims{}
	// ruleid: go.crypto.jwt-unverified
	jwt.NewParser().ParseUnverified(text, claims)
	return claims["admin"] == true
}
