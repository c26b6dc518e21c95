package dev.latchkey.e2e.platform;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.People;
import dev.latchkey.e2e.person.Phone;
import dev.latchkey.e2e.person.Texted;
import dev.latchkey.e2e.store.EventLog;
import dev.latchkey.e2e.store.Postgres;
import dev.latchkey.e2e.store.RedisContents;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The platform that all tests of a run share. */
public final class Platform {

  private final Launching launching;
  private final TextedPeople texted;

  Platform(Launching launching) {
    this.launching = launching;
    this.texted = new TextedPeople(this);
    if (launching.isOwn()) {
      texted.ahead();
    }
  }

  /** The public API, behind the gateway. */
  public Api api() {
    return new Api(url());
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + launching.port("gateway"));
  }

  /** The page of mails and texts that were not really sent. */
  public URI outbox() {
    return URI.create("http://127.0.0.1:" + launching.port("sms"));
  }

  public People people() {
    return people(api());
  }

  /** People who come by another way in. */
  public People people(Api api) {
    return new People(api, launching.mail());
  }

  /**
   * Somebody new whose phone ends in 01 and had a text, most often more than a minute ago: whoever
   * is to be sent another has not to wait.
   */
  public Texted texted() {
    return texted.next();
  }

  /** A phone of which the SMS provider pretends what it pretends of that ending. */
  public Phone phone(String ending) {
    return Phone.withEnding(data().resolve("sms"), ending);
  }

  public ServiceProcess service(Owner owner) {
    return new ServiceProcess(owner, launching);
  }

  public RunningProcess gateway() {
    return launching.process("gateway");
  }

  public Postgres postgres() {
    return new Postgres(launching.port("postgres"), launching.superuserPassword());
  }

  public RedisContents redis() {
    return new RedisContents(launching.port("redis"));
  }

  public EventLog events() {
    return new EventLog(launching.port("kafka"));
  }

  /** The process of a store: {@code postgres}, {@code redis} or {@code kafka}. */
  public StoreProcess store(String name) {
    return new StoreProcess(name, launching);
  }

  /** A Redis that has all that the platform's has, and may take its place. */
  public RedisReplica redisReplica() {
    return RedisReplica.start(launching);
  }

  /** Another gateway, auth-service and mfa-service, which share all stores with the first ones. */
  public SecondWayIn secondWayIn() {
    return secondWayIn(Map.of());
  }

  /** The same, with changes to the environment of both services. */
  public SecondWayIn secondWayIn(Map<String, String> changes) {
    return SecondWayIn.open(launching, changes);
  }

  /** The port of a store: {@code postgres}, {@code redis} or {@code kafka}. */
  public int port(String store) {
    return launching.port(store);
  }

  /** Another replica of every service, each with changes to its environment, and a gateway. */
  public WholeWayIn wholeWayIn(String name, WholeWayIn.Changes changes) {
    return WholeWayIn.open(launching, name, changes);
  }

  /** Another gateway, with an mfa-service behind it that is set up differently. */
  public SecondWayIn mfaWith(Map<String, String> changes) {
    return SecondWayIn.ofMfa(launching, changes);
  }

  /** Another gateway that takes {@code port} for the public port of a service. */
  public SecondWayIn gatewayTo(Owner owner, int port) {
    var changes = Map.of("LATCHKEY_%s_PORT".formatted(owner.name()), String.valueOf(port));
    var opened = SecondWayIn.gateway(launching, changes);
    opened.awaitOpen();
    return opened;
  }

  /** Runs {@code ./dev} on this platform. */
  public String dev(String... words) {
    return launching.dev(words);
  }

  /** What a shell needs so that {@code ./dev} means this platform. */
  public Map<String, String> environment() {
    return launching.environment();
  }

  /** The project's root directory. */
  public Path root() {
    return launching.root();
  }

  /** Where the platform writes its logs. */
  public Path data() {
    return launching.data();
  }

  /** Files of this run that are not the platform's. */
  public Path scratch() {
    return launching.scratch();
  }
}
