package org.openletter.profiles.name;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Decides which names nobody may take and which ones staff looks at first.
@Component
public class Names {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}]+");

  private final StaffNames staff;

  /// Decides by what staff is called now.
  public Names(StaffNames staff) {
    this.staff = staff;
  }

  /// Whether this handle is a word of the site itself, which no person gets.
  public static boolean reserved(Handle handle) {
    return ReservedWords.HANDLES.contains(handle.value());
  }

  /// Why staff has to look at this handle and name before their owner may write, for staff to read.
  /// Empty when nothing is wrong with them, or when staff has approved them before.
  public Optional<String> concern(Handle handle, String name, Set<String> approved) {
    Set<String> open = keys(handle, name);
    open.removeAll(approved);
    if (open.contains(Skeleton.wide(handle.value())) && ReservedWords.like(handle.value())) {
      return Optional.of("The handle looks like a word of the site: " + handle);
    }
    if (open.contains(Skeleton.wide(name)) && saysStaff(name)) {
      return Optional.of("The name looks like a word of the site: " + name);
    }
    if (!open.isEmpty() && staff.taken(open)) {
      return Optional.of("The handle or the name looks like that of a moderator or admin.");
    }
    return Optional.empty();
  }

  /// The key under which a handle is unique: handles that can be taken for each other share it.
  public static String unique(Handle handle) {
    return Skeleton.unique(handle);
  }

  /// What a handle and a name look like, to compare them with others.
  public static Set<String> keys(Handle handle, String name) {
    Set<String> keys = new HashSet<>();
    keys.add(Skeleton.wide(handle.value()));
    keys.add(Skeleton.wide(name));
    keys.remove("");
    return keys;
  }

  // "Openletter Support" is as bad as "Support"; "Supporter of libraries" is not.
  private static boolean saysStaff(String name) {
    if (ReservedWords.like(name)) {
      return true;
    }
    List<String> words = BETWEEN_WORDS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
    return !words.isEmpty() && words.stream().allMatch(ReservedWords::like);
  }
}
