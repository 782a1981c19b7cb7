package org.openletter.moderation.screening;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.repeat.MongoRepeats;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.repeat.Repeats;
import org.openletter.moderation.signal.Submission;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the screening, and warms it before the service says that it is ready: whoever asks waits
/// for it, and the first look at a text costs more than a hundred later ones.
@Configuration
class ScreeningSetup {

  private static final int WARM_UPS = 20;

  @Bean
  PersonalData personalData() {
    return new PersonalData();
  }

  @Bean
  TextSignals textSignals(PersonalData personalData) {
    return TextSignals.read(personalData);
  }

  @Bean
  Repeats repeats(MongoDatabase database, ScreeningSettings settings, Clock clock) {
    return new MongoRepeats(database, settings.remembered(), clock);
  }

  @Bean
  DeclaredIndexes fingerprintIndexes() {
    return MongoRepeats.indexes();
  }

  @Bean
  ScreenComment screenComment(TextSignals signals, Repeats repeats) {
    RepeatSignal repeatSignal = new RepeatSignal(repeats);
    return new ScreenComment(signals.with(repeatSignal), repeatSignal::remember);
  }

  @Bean
  ApplicationRunner warmScreening(TextSignals signals, Repeats repeats) {
    ScreenComment unremembered =
        new ScreenComment(signals.with(new RepeatSignal(repeats)), (submission, views) -> {});
    return _ -> {
      for (int i = 0; i < WARM_UPS; i++) {
        unremembered.screen(
            new Submission(
                "",
                "warm-up",
                null,
                "Warm Up",
                "Thank you for this. My number is 083 555 0147, buy now at http://shop.example",
                true,
                false,
                false));
      }
    };
  }
}
