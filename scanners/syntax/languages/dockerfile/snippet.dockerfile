# escape=\
# one of each
ARG VERSION=20
FROM --platform=linux/amd64 registry:5000/node:${VERSION}@sha256:0 AS build
ENV A=1 B="two words"
ENV OLD old style
LABEL a.b="c"
RUN --mount=type=cache,target=/x apt-get update \
    # a comment
    && apt-get install -y 'a b' "$(id -u)" | tee /log ; true
RUN <<EOF
echo "one"
EOF
COPY --chown=1:1 ["a b", "/c"]
COPY <<-TEXT /file
	inside
	TEXT
ADD x y
EXPOSE 80/tcp 443
VOLUME /data
USER root
workdir /a b
SHELL ["/bin/sh", "-c"]
HEALTHCHECK --interval=5s CMD curl -f x || exit 1
ONBUILD RUN make
MAINTAINER A <a@example.com>
STOPSIGNAL SIGTERM
ENTRYPOINT ["run"]
CMD run --now
