const { ApolloServer } = require("@apollo/server");
const { graphqlHTTP } = require("express-graphql");

// ruleid: javascript.logging.graphql-open
const open = new ApolloServer({ typeDefs, resolvers, introspection: true });

// ruleid: javascript.logging.graphql-open
const console = new ApolloServer({ typeDefs, playground: true });

// ruleid: javascript.logging.graphql-open
app.use("/graphql", graphqlHTTP({ schema, graphiql: true }));

// ok: javascript.logging.graphql-open
const closed = new ApolloServer({ typeDefs, resolvers, introspection: false });

// ok: javascript.logging.graphql-open
const forDevelopers = new ApolloServer({ typeDefs, introspection: process.env.NODE_ENV !== "production" });

// ok: javascript.logging.graphql-open
app.use("/graphql", graphqlHTTP({ schema }));
