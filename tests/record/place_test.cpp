#include "tokki/place.hpp"

#include <gtest/gtest.h>

#include "record/place_in.hpp"
#include "tokki/edition.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki {
namespace place_test {

using namespace internal;

Place in_dossier(const Path& path) { return {0, Description<Dossier>::kind, path}; }
Place in_form(const Path& path) { return {0, Description<Declaration>::kind, path}; }

TEST(Place, PrintsPointerAndCell) {
  const Place place =
      in_form(at(&Declaration::online_storage, &OnlineStorage::services, 1, &Service::name));
  EXPECT_EQ(place.pointer(), "/online_storage/services/1/name");
  EXPECT_EQ(place.cell(), "declaration.online_storage.services.name");
  EXPECT_EQ(place.entry(), 1U);
  EXPECT_EQ(place.last_step(), "name");
  EXPECT_EQ(Place(0, Description<Dossier>::kind).pointer(), "");
  EXPECT_EQ(Place(0, Description<Dossier>::kind).cell(), "");
}

TEST(Place, AFormHasTheSameCellsWhereverItIs) {
  for (const Place& form : {in_dossier(at(&Dossier::declarations, 2, &Filing::declaration)),
                            Place(0, Description<DossierRecord>::kind,
                                  at(&DossierRecord::filing, &Filing::declaration)),
                            in_form({})}) {
    Place place = form;
    place.path.then(at(&Declaration::storage_media, 1, &StorageMedium::name));
    EXPECT_EQ(place.cell(), "declaration.storage_media.name");
    EXPECT_EQ(place.entry(), 1U);
    EXPECT_EQ(place.form(), form.path.size());
    EXPECT_EQ(place.record().kind, "filing");
  }
}

TEST(Place, ARecordHasTheSameCellsWhereverItIs) {
  const Path within = at(&Party::name);
  const Place listed = place_in<Party>({3, 7}, within);
  EXPECT_EQ(listed.pointer(), "/parties/7/name");
  EXPECT_EQ(listed.cell(), "dossier.parties.name");
  EXPECT_EQ(listed.record(), (RecordRef{"party", 7}));
  EXPECT_EQ(listed.entry(), 7U);
  const Place alone = place_in<Party>({3, 0, DocumentKind::record}, within);
  EXPECT_EQ(alone.pointer(), "/party/name");
  EXPECT_EQ(alone.cell(), "dossier.parties.name");
  EXPECT_EQ(alone.record(), (RecordRef{"party", 0}));
  EXPECT_EQ(alone.entry(), std::nullopt);
  EXPECT_EQ(alone.document, 3U);
  const Place contract = place_in<Contract>({0, 0}, at(&Contract::title));
  EXPECT_EQ(contract.pointer(), "/contract/title");
  EXPECT_EQ(contract.cell(), "dossier.contract.title");
  EXPECT_EQ(place_in<Party>({0, 0, DocumentKind::declaration}).pointer(), "");
  EXPECT_EQ(place_in<Filing>({0, 0, DocumentKind::declaration}, at(&Filing::declaration)).pointer(),
            "");
}

TEST(Place, WhatIsBelowDescriptionsIsNoEntryAndNoRecord) {
  Place place = in_form(at(&Declaration::extensions));
  place.below = {"declaration", "2024", "a/b~"};
  EXPECT_EQ(place.pointer(), "/extensions/declaration/2024/a~1b~0");
  EXPECT_EQ(place.cell(), "declaration.extensions");
  EXPECT_EQ(place.entry(), std::nullopt);
  Place unknown = in_dossier({});
  unknown.below = {"parties2"};
  unknown.unknown = true;
  EXPECT_EQ(unknown.pointer(), "/parties2");
  EXPECT_EQ(unknown.cell(), "dossier.parties2");
  EXPECT_EQ(unknown.record(), RecordRef{});
}

TEST(Place, AWholeListIsNoRecord) {
  EXPECT_EQ(in_dossier(at(&Dossier::parties)).record(), RecordRef{});
  EXPECT_EQ(in_dossier(at(&Dossier::parties)).cell(), "dossier.parties");
}

// Steps beyond the most that a path can have would be dropped.
template <Record T>
constexpr std::size_t depth_of() {
  std::size_t deepest = 0;
  for_each_field<T>([&]<class M>(const Field<T, M>&) {
    std::size_t depth = 1;
    if constexpr (Record<M>) {
      depth += depth_of<M>();
    } else if constexpr (is_list<M>) {
      depth += 1;
      if constexpr (Record<typename M::value_type>) depth += depth_of<typename M::value_type>();
    } else if constexpr (is_ticked<M>) {
      depth += 1;
    }
    if (depth > deepest) deepest = depth;
  });
  return deepest;
}
static_assert(depth_of<Dossier>() <= Path::kDeepest);
static_assert(depth_of<DossierRecord>() <= Path::kDeepest);
static_assert(depth_of<EditionFile>() <= Path::kDeepest);

}  // namespace place_test
}  // namespace tokki
