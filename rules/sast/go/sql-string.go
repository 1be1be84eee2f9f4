package users

import (
	"context"
	"database/sql"
	"fmt"
)

type Store struct {
	db *sql.DB
}

func (s *Store) Find(name string) *sql.Row {
	// ruleid: go.injection.sql-string
	return s.db.QueryRow("SELECT id, email FROM users WHERE name = '" + name + "'")
}

func (s *Store) Delete(ctx context.Context, number string) error {
	// ruleid: go.injection.sql-string
	_, err := s.db.ExecContext(ctx, fmt.Sprintf("DELETE FROM orders WHERE number = %s", number))
	return err
}

func (s *Store) Search(term string) (*sql.Rows, error) {
	statement := fmt.Sprintf("SELECT title FROM products WHERE title LIKE '%%%s%%'", term)
	// ruleid: go.injection.sql-string
	return s.db.Query(statement)
}

func (s *Store) FindByParameter(name string) *sql.Row {
	// ok: go.injection.sql-string
	return s.db.QueryRow("SELECT id, email FROM users WHERE name = $1", name)
}

func (s *Store) DeleteByParameter(ctx context.Context, number string) error {
	// ok: go.injection.sql-string
	_, err := s.db.ExecContext(ctx, "DELETE FROM orders WHERE number = $1", number)
	return err
}

func (s *Store) Clear(table string) error {
	// ok: go.injection.sql-string
	_, err := s.db.Exec("DELETE FROM " + table)
	return err
}

func get(cache interface{ Get(string) string }, name string) string {
	// ok: go.injection.sql-string
	return cache.Get("select " + name)
}
