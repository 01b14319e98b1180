#include "json/any_value.hpp"

#include <algorithm>
#include <tuple>

#include "rules/catalog/catalog.hpp"

namespace tokki::inline v0 {
using namespace internal;

// Iterative, since values may be nested deeply.
class AnyValue::Walk {
 public:
  Walk(AnyValue& storage, Cursor& cursor, UnescapedTexts& texts, const Path& path,
       const Limits& limits, StructuralFaults& faults)
      : open_(storage.open_),
        keys_(storage.keys_),
        cursor_(cursor),
        texts_(texts),
        path_(path),
        limits_(limits),
        faults_(faults) {}

  void run() {
    do {
      if (cursor_.at_opening()) {
        const bool is_object = cursor_.peek() == '{';
        open_.push_back({cursor_.offset(), is_object, 0, keys_.size()});
        cursor_.next();
      } else if (cursor_.peek() == '"') {
        const std::size_t offset = cursor_.offset();
        check_text(next_string(), offset);
      } else {
        cursor_.skip_value();
      }
      while (!open_.empty() && !go_to_next_item()) close();
    } while (!open_.empty());
  }

 private:
  // False when there is no further one, or none that is to be checked.
  bool go_to_next_item() {
    Container& container = open_.back();
    cursor_.skip(',');
    if (cursor_.at_closing()) return false;
    if (container.is_object) {
      const std::size_t offset = cursor_.offset();
      keys_.push_back({next_string(), offset});
      cursor_.skip(':');
    } else if (container.items == limits_.array_items) {
      faults_.add_beyond("limit-array", limits_.array_items, place(open_.size() - 1),
                         container.begin);
      while (!cursor_.at_closing()) {
        cursor_.skip_value();
        cursor_.skip(',');
      }
      return false;
    }
    ++container.items;
    return true;
  }

  void close() {
    cursor_.next();
    if (open_.back().is_object) check_keys(open_.back().first_key);
    open_.pop_back();
  }

  void check_text(std::string_view text, std::size_t offset) {
    if (text.size() > limits_.string_bytes) {
      faults_.add_beyond("limit-string", limits_.string_bytes, place(open_.size()), offset);
    }
    if (text.find('\0') != std::string_view::npos) {
      faults_.add(rule("nul-character"), place(open_.size()), offset);
    }
  }

  // Those of the innermost object, which begin at `first`. They are forgotten after that. Of a
  // repeated key the last one is where its faults stand.
  void check_keys(std::size_t first) {
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, keys_.end(), [](const Key& a, const Key& b) {
      return std::tie(a.text, a.offset) < std::tie(b.text, b.offset);
    });
    for (auto key = begin; key != keys_.end();) {
      const auto end =
          std::find_if(key, keys_.end(), [&](const Key& k) { return k.text != key->text; });
      for (auto next = key; next != end; ++next) check_key(*key, (end - 1)->offset, next != key);
      key = end;
    }
    keys_.erase(begin, keys_.end());
  }

  void check_key(const Key& key, std::size_t offset, bool again) {
    const auto at = [&] {
      Place key_place = place(open_.size() - 1);
      key_place.below.emplace_back(key.text);
      key_place.at_key = true;
      return key_place;
    };
    if (key.text.size() > limits_.key_bytes) {
      faults_.add_beyond("limit-key", limits_.key_bytes, at(), offset);
    }
    if (key.text.find('\0') != std::string_view::npos) {
      faults_.add(rule("nul-character"), at(), offset);
    }
    if (again) faults_.add(rule("duplicate-key"), at(), offset);
  }

  // Of what is being read in the first `depth` open containers.
  [[nodiscard]] Place place(std::size_t depth) const {
    Place place(path_);
    for (std::size_t i = 0; i < depth; ++i) {
      const Container& container = open_[i];
      const std::size_t last = container.items - 1;
      place.below.push_back(container.is_object
                                ? std::string(keys_[container.first_key + last].text)
                                : std::to_string(last));
    }
    return place;
  }

  std::string_view next_string() { return texts_.text_of(cursor_.quoted()); }

  std::vector<Container>& open_;
  std::vector<Key>& keys_;
  Cursor& cursor_;
  UnescapedTexts& texts_;
  const Path& path_;
  const Limits& limits_;
  StructuralFaults& faults_;
};

void AnyValue::check(Cursor& cursor, UnescapedTexts& texts, const Path& path, const Limits& limits,
                     StructuralFaults& faults) {
  open_.clear();
  keys_.clear();
  Walk(*this, cursor, texts, path, limits, faults).run();
}

}  // namespace tokki::inline v0
