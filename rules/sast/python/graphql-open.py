import strawberry.fastapi
from flask_graphql import GraphQLView

# ruleid: python.logging.graphql-open
app.add_url_rule("/graphql", view_func=GraphQLView.as_view("graphql", schema=schema, graphiql=True))

# ruleid: python.logging.graphql-open
served = GraphQLApp(schema=schema, graphiql=True)

# ruleid: python.logging.graphql-open
router = strawberry.fastapi.GraphQLRouter(schema, graphql_ide="graphiql")

# ok: python.logging.graphql-open
app.add_url_rule("/closed", view_func=GraphQLView.as_view("closed", schema=schema, graphiql=False))

# ok: python.logging.graphql-open
app.add_url_rule("/own", view_func=GraphQLView.as_view("own", schema=schema, graphiql=settings.DEBUG))

# ok: python.logging.graphql-open
other = strawberry.fastapi.GraphQLRouter(schema, graphql_ide=None)
