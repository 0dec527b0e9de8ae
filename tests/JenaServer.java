import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.update.UpdateFactory;

/**
 * Apache Jena behind the SPARQL protocol, for the tests: Debian has Jena's libraries but not its server, Fuseki.
 *
 * <p>What answers is Jena's: parser, query and update engine, TDB2 and its transactions, result formats, and the choice
 * of a dataset by {@code default-graph-uri}. Only the few lines of HTTP are ours.
 *
 * <p>Usage: java -cp JARS JenaServer.java PORT. Under {@code /plain} is a dataset as Fuseki makes it by default, under
 * {@code /union} one whose default graph is the union of all.
 */
public class JenaServer {
    private final Dataset dataset = TDB2Factory.createDataset();

    public static void main(String[] arguments) throws IOException {
        JenaServer plain = new JenaServer();
        JenaServer union = new JenaServer();
        union.dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[0])), 0);
        server.createContext("/plain/query", exchange -> answer(exchange, plain::query));
        server.createContext("/plain/update", exchange -> answer(exchange, plain::update));
        server.createContext("/union/query", exchange -> answer(exchange, union::query));
        server.createContext("/union/update", exchange -> answer(exchange, union::update));
        server.start();
    }

    interface Work {
        byte[] run(String sparql, HttpExchange exchange);
    }

    private byte[] query(String sparql, HttpExchange exchange) {
        Query query = QueryFactory.create(sparql);
        DatasetDescription described = new DatasetDescription();
        String parameters = exchange.getRequestURI().getRawQuery();
        for (String pair : parameters == null ? new String[0] : parameters.split("&")) {
            if (pair.startsWith("default-graph-uri=")) {
                described.addDefaultGraphURI(URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
            }
        }
        return Txn.calculateRead(dataset, () -> {
            Dataset asked = described.isEmpty() ? dataset : DynamicDatasets.dynamicDataset(described, dataset, false);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String type = "application/sparql-results+json";
            try (QueryExecution execution = QueryExecutionFactory.create(query, asked)) {
                if (query.isAskType()) {
                    ResultSetFormatter.outputAsJSON(out, execution.execAsk());
                } else if (query.isSelectType()) {
                    ResultSetFormatter.outputAsJSON(out, execution.execSelect());
                } else {
                    type = "application/n-triples";
                    Model found = query.isConstructType() ? execution.execConstruct() : execution.execDescribe();
                    RDFDataMgr.write(out, found, Lang.NTRIPLES);
                }
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            return out.toByteArray();
        });
    }

    private byte[] update(String sparql, HttpExchange exchange) {
        Txn.executeWrite(dataset, () -> UpdateAction.execute(UpdateFactory.create(sparql), dataset));
        return new byte[0];
    }

    private static void answer(HttpExchange exchange, Work work) throws IOException {
        int status = 200;
        byte[] body;
        try {
            body = work.run(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), exchange);
        } catch (QueryParseException error) {
            status = 400;
            body = error.getMessage().getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException error) {
            status = 500;
            body = String.valueOf(error).getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
