package shops

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

func shop(c *gin.Context) {
	// ruleid: go.injection.ssrf-segment
	http.Get("https://" + c.Param("shop") + ".example.com/")
}

func logo(c *gin.Context) {
	host := c.Param("host")
	// ruleid: go.injection.ssrf-segment
	http.Get("https://" + host)
}

func name(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.ssrf-segment
	http.Get("https://" + r.PathValue("host") + "/name")
}

func order(c *gin.Context) {
	// ok: go.injection.ssrf-segment
	http.Get("https://orders.example.com/" + c.Param("order"))
}

func numbered(c *gin.Context) {
	number, _ := strconv.Atoi(c.Param("number"))
	// ok: go.injection.ssrf-segment
	http.Get("https://shop" + strconv.Itoa(number) + ".example.com/")
}

func asked(c *gin.Context) {
	// ok: go.injection.ssrf-segment
	http.Get("https://" + c.Query("shop") + ".example.com/")
}
