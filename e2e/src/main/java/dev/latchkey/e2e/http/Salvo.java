package dev.latchkey.e2e.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Calls that are on their way at once. */
public final class Salvo {

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

  /** How many answers have a status. */
  public static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }
}
