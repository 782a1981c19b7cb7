package org.openletter.moderation.screening;

import java.util.ArrayList;
import java.util.List;
import org.openletter.moderation.advertising.AdvertisingSignal;
import org.openletter.moderation.letters.RandomLettersSignal;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.personal.PersonalDataSignal;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.seeking.SeekingSignal;
import org.openletter.moderation.signal.Signal;

/// The signals that look at the text alone. A new one is added here, and nowhere else.
public final class TextSignals {

  private final List<Signal> signals;

  private TextSignals(List<Signal> signals) {
    this.signals = signals;
  }

  /// Reads vocabularies and models; takes about half a second, so once a process.
  public static TextSignals read(PersonalData personalData) {
    return new TextSignals(
        List.of(
            new AdvertisingSignal(),
            new RandomLettersSignal(),
            new PersonalDataSignal(personalData),
            new SeekingSignal()));
  }

  /// These and what knows the same text.
  public List<Signal> with(RepeatSignal repeats) {
    List<Signal> all = new ArrayList<>(signals);
    all.add(repeats);
    return all;
  }
}
