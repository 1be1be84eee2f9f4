package notes

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"github.com/gin-gonic/gin"
)

func show(c *gin.Context) {
	// ruleid: go.injection.path-segment
	c.File(filepath.Join("notes", c.Param("name")))
}

func remove(c *gin.Context) {
	name := c.Param("id")
	// ruleid: go.injection.path-segment
	os.RemoveAll("notes/" + name)
}

func read(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.path-segment
	text, _ := os.ReadFile(filepath.Join("notes", r.PathValue("name")))
	w.Write(text)
}

func rest(c *gin.Context) {
	// ok: go.injection.path-segment
	c.File(filepath.Join("notes", c.Param("filepath")))
}

func numbered(c *gin.Context) {
	number, _ := strconv.Atoi(c.Param("number"))
	// ok: go.injection.path-segment
	c.File(filepath.Join("notes", strconv.Itoa(number)))
}

func asked(c *gin.Context) {
	// ok: go.injection.path-segment
	c.File(filepath.Join("notes", c.Query("name")))
}
