using CsCheck;
using Heliograph.Places;

namespace Heliograph.Tests.Places;

public class DocumentPlacesTests
{
    private static readonly string[] Names = ["Tripoli", "Georgia", "Springfield", "Paris", "Punjab", "Niger", "Zzyzxholm"];

    [Fact]
    public void Takes_the_place_that_lies_in_the_region_behind_the_comma() => Assert.Equal("Springfield, USA, IL", First("""
        Fire         fire         NOUN   2 nsubj  NN
        hit          hit          VERB   0 root   VBD
        Springfield  Springfield  PROPN  2 obj    NNP B-LOC +
        ,            ,            PUNCT  5 punct  ,
        Illinois     Illinois     PROPN  3 appos  NNP B-LOC
        """));

    [Fact]
    public void Leaves_a_name_open_that_many_places_have() => Assert.Equal("nothing", First("""
        Fire         fire         NOUN   2 nsubj  NN
        hit          hit          VERB   0 root   VBD
        Springfield  Springfield  PROPN  2 obj    NNP B-LOC
        """));

    [Fact]
    public void Gives_the_country_alone_where_its_towns_stay_balanced() => Assert.Equal("–, USA, –", First("""
        American     American     ADJ    2 amod   JJ
        fires        fire         NOUN   3 nsubj  NNS
        hit          hit          VERB   0 root   VBD
        Springfield  Springfield  PROPN  3 obj    NNP B-LOC
        """));

    [Theory]
    [InlineData("Lebanese", "Tripoli, LBN, 09")]
    [InlineData("Libyan", "Tripoli, LBY, 77")]
    public void Takes_the_place_in_the_country_that_the_report_is_about(string adjective, string expected) => Assert.Equal(expected, First($"""
        {adjective}  {adjective}  ADJ    2 amod   JJ
        soldiers     soldier      NOUN   3 nsubj  NNS
        left         leave        VERB   0 root   VBD
        Tripoli      Tripoli      PROPN  3 obj    NNP B-LOC
        """));

    [Fact]
    public void Takes_a_person_for_no_place() => Assert.Equal("nothing", First("""
        Chad      Chad    PROPN 2 nsubj NNP B-PER
        left      leave   VERB  0 root  VBD
        """));

    [Theory]
    [InlineData("province", "Kandahar, AFG, Region")]
    [InlineData("city", "Kandahār, AFG, City")]
    public void Heeds_the_noun_behind_the_name(string noun, string expected)
    {
        var document = Conllu.Document($"""
            Troops    troops    NOUN  2 nsubj    NNS
            left      leave     VERB  0 root     VBD
            Kandahar  Kandahar  PROPN 4 compound NNP B-LOC
            {noun}    {noun}    NOUN  2 obj      NN
            """);

        var place = DocumentPlaces.Of(PlaceIndex.Shipped, document).OfName(0)?.Place;

        Assert.Equal(expected, $"{place?.Name}, {place?.Country}, {place?.Precision}");
    }

    [Fact]
    public void Leads_the_capital_of_a_country_to_its_city()
    {
        var document = Conllu.Document("""
            the       the      DET   3 det   DT
            Afghan    Afghan   ADJ   3 amod  JJ
            capital   capital  NOUN  0 root  NN
            """);

        var found = DocumentPlaces.Of(PlaceIndex.Shipped, document).OfPhrase(2, new(0, document.Text.Length));

        Assert.Equal(("Kabul", "capital of Afghanistan"), (found?.Place?.Name, found?.Why));
    }

    [Fact]
    public void Gives_only_the_country_of_a_village_it_does_not_know() => Assert.Equal("–, PAK, –", First("""
        the         the         DET   3 det   DT
        Pakistani   Pakistani   ADJ   3 amod  JJ
        village     village     NOUN  0 root  NN
        of          of          ADP   5 case  IN
        Dhoklawala  Dhoklawala  PROPN 3 nmod  NNP B-LOC
        """));

    [Fact]
    public void Leaves_a_place_open_that_no_table_has() => Assert.Equal("nothing", First("Zzyzxholm Zzyzxholm PROPN 0 root NNP B-LOC"));

    [Fact]
    public void Comes_out_the_same_each_time() => Gen.Int[0, Names.Length - 1].Select(i => Names[i]).Array[1, 6].Sample(names =>
    {
        var document = Conllu.Document(string.Join('\n', names.Select((name, i) => $"{name} {name} PROPN {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "conj")} NNP B-LOC")));
        var (one, other) = (DocumentPlaces.Of(PlaceIndex.Shipped, document), DocumentPlaces.Of(PlaceIndex.Shipped, document));
        for (var i = 0; i < document.Names.Length; i++) Assert.Equal(one.OfName(i), other.OfName(i));
    });

    private static string First(string rows)
    {
        var document = Conllu.Document(rows);
        var places = DocumentPlaces.Of(PlaceIndex.Shipped, document);
        var found = document.Names.Length > 0 ? places.OfName(0) : null;
        return found is null ? "nothing" : found.Place is { } place ? $"{place.Name}, {place.Country}, {place.Region}" : $"–, {found.Country}, –";
    }
}
