package dev.latchkey.e2e.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Calls that are on their way at once. */
public final class Salvo {

  private static final int UNAVAILABLE = 503;
  private static final int ROUNDS = 20;

  private Salvo() {}

  /** Sends so many calls without waiting for any, then waits for all answers. */
  public static List<Answer> of(int calls, IntFunction<Call> call) {
    var prepared = new ArrayList<Call>();
    for (int i = 0; i < calls; i++) {
      prepared.add(call.apply(i));
    }
    var sent = prepared.stream().map(Call::sendAsync).toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }

  /** Keeps so many calls on their way until all are done. */
  public static List<Answer> of(int calls, int atOnce, IntFunction<Call> call) {
    var free = new Semaphore(atOnce);
    var sent = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < calls; i++) {
      free.acquireUninterruptibly();
      sent.add(call.apply(i).sendAsync().whenComplete((answer, failure) -> free.release()));
    }
    return sent.stream().map(CompletableFuture::join).toList();
  }

  /**
   * Keeps so many calls on their way until all are answered. What a busy machine turned away (503)
   * is sent again: it was not looked at, and would prove nothing.
   */
  public static List<Answer> answered(int calls, int atOnce, IntFunction<Call> call) {
    var answers = new ArrayList<Answer>();
    for (int round = 0; answers.size() < calls && round < ROUNDS; round++) {
      int before = answers.size();
      of(calls - before, atOnce, i -> call.apply(before + i)).stream()
          .filter(answer -> answer.status() != UNAVAILABLE)
          .forEach(answers::add);
    }
    return answers;
  }

  /** How many answers have a status. */
  public static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }
}
