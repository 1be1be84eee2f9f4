// Command stock answers how many pieces of a product are left.
package main

import (
	"crypto/md5"
	"crypto/tls"
	"database/sql"
	"encoding/json"
	"fmt"
	"html"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"
)

type service struct {
	db *sql.DB
}

func (s *service) left(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			// finds: go.logging.error-to-client
			http.Error(w, string(debug.Stack()), http.StatusInternalServerError)
		}
	}()
	var count int
	// finds: go.injection.sql-request
	row := s.db.QueryRow("SELECT count FROM stock WHERE sku = '" + r.FormValue("sku") + "'")
	if err := row.Scan(&count); err != nil {
		panic(err)
	}
	// finds: go.injection.response-html
	fmt.Fprintf(w, "<p>%s: %d</p>", r.FormValue("sku"), count)
}

func (s *service) leftSafely(w http.ResponseWriter, r *http.Request) {
	var count int
	row := s.db.QueryRow("SELECT count FROM stock WHERE sku = $1", r.FormValue("sku"))
	if err := row.Scan(&count); err != nil {
		log.Printf("stock: %v", err)
		http.Error(w, "the stock is not known", http.StatusInternalServerError)
		return
	}
	fmt.Fprintf(w, "<p>%s: %d</p>", html.EscapeString(r.FormValue("sku")), count)
}

func report(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// finds: go.injection.path-request
	http.ServeFile(w, r, filepath.Join("/srv/shop/reports", name))
}

func reportSafely(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, filepath.Join("/srv/shop/reports", filepath.Base(r.URL.Query().Get("name"))))
}

func count(w http.ResponseWriter, r *http.Request) {
	// finds: go.injection.command-request
	output, err := exec.Command("sh", "-c", "ls /srv/shop/stock | grep -c "+r.FormValue("sku")).Output()
	if err == nil {
		w.Write(output)
	}
}

func login(w http.ResponseWriter, r *http.Request) {
	name, password := r.FormValue("name"), r.FormValue("password")
	// finds: go.crypto.insecure-random
	token := fmt.Sprintf("%x", rand.Int63())
	// finds: go.logging.secret-in-log
	log.Printf("login of %s with %s", name, password)
	// finds: go.auth.cookie-flags
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true})
}

func etag(body []byte) string {
	// finds: go.crypto.weak-hash
	return fmt.Sprintf("%x", md5.Sum(body))
}

func supplier() *http.Client {
	// finds: go.crypto.tls-verify-off
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

func supplierSafely() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}}
}

func save(path string, stock map[string]int) error {
	body, err := json.Marshal(stock)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, body, 0o600); err != nil {
		return err
	}
	// finds: go.auth.file-mode
	return os.Chmod(path, 0o777)
}

func main() {
	s := &service{}
	http.HandleFunc("/left", s.left)
	http.HandleFunc("/left/safe", s.leftSafely)
	http.HandleFunc("/report", report)
	http.HandleFunc("/report/safe", reportSafely)
	http.HandleFunc("/count", count)
	http.HandleFunc("/login", login)
	server := &http.Server{Addr: ":8003", ReadHeaderTimeout: 5 * time.Second}
	go server.ListenAndServe()
	// finds: go.availability.server-timeout
	log.Fatal(http.ListenAndServe(":8004", nil))
}
