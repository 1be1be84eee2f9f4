package logins

import (
	"log"
	"log/slog"
)

type Session struct {
	User         string
	RefreshToken string
}

func login(user, password string) {
	// ruleid: go.logging.secret-in-log
	log.Printf("login of %s with %s", user, password)
}

func connect(apiKey string) {
	// ruleid: go.logging.secret-in-log
	log.Println("connecting with " + apiKey)
}

func refresh(session Session) {
	// ruleid: go.logging.secret-in-log
	slog.Warn("could not refresh", "token", session.RefreshToken)
}

func safeLogin(user string) {
	// ok: go.logging.secret-in-log
	log.Printf("login of %s", user)
}

func reset(user string) {
	// ok: go.logging.secret-in-log
	log.Printf("password of %s was reset", user)
}

func count(tokens []string) {
	// ok: go.logging.secret-in-log
	slog.Info("read tokens", "count", len(tokens))
}
