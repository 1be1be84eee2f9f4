package orders

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

type Orders struct {
	db *sql.DB
}

func (o *Orders) find(w http.ResponseWriter, r *http.Request) {
	statement := "SELECT total FROM orders WHERE number = '" + r.FormValue("number") + "'"
	// ruleid: go.injection.sql-request
	row := o.db.QueryRow(statement)
	write(w, row)
}

func (o *Orders) remove(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.sql-request
	o.db.ExecContext(r.Context(), fmt.Sprintf("DELETE FROM orders WHERE number = '%s'", r.URL.Query().Get("number")))
}

func (o *Orders) list(c *gin.Context) {
	o.sorted(c.Query("sort"))
}

func (o *Orders) sorted(column string) (*sql.Rows, error) {
	// ruleid: go.injection.sql-request
	return o.db.Query("SELECT number FROM orders ORDER BY " + column)
}

func (o *Orders) findByArgument(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.sql-request
	write(w, o.db.QueryRow("SELECT total FROM orders WHERE number = $1", r.FormValue("number")))
}

func (o *Orders) findByNumber(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		return
	}
	// ok: go.injection.sql-request
	write(w, o.db.QueryRow(fmt.Sprintf("SELECT total FROM orders WHERE number = %d", number)))
}

func (o *Orders) listKnown(c *gin.Context) {
	columns := map[string]string{"date": "placed_at", "total": "total"}
	// ok: go.injection.sql-request
	o.db.Query("SELECT number FROM orders ORDER BY " + columns[c.Query("sort")])
}
