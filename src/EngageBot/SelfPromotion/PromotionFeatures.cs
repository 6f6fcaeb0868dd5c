using System.Numerics;

namespace EngageBot.SelfPromotion;

/// <summary>What the model sees of a text. Reused from text to text: filled by <see cref="PromotionReader"/>, which writes over what was there.</summary>
internal sealed class PromotionFeatures
{
    /// <summary>A longer text is judged by its beginning.</summary>
    public const int Judged = 1_500;

    /// <summary>Hashed words and pieces fall into this many places each.</summary>
    public const int Places = 1 << 17;

    private const int Shift = 32 - 17;

    public static readonly int ConceptCount = Enum.GetValues<PromotionConcept>().Length;

    public static readonly int TraitCount = ConceptCount + Enum.GetValues<PromotionSign>().Length;

    private readonly int[] _words = new int[Judged * 2];
    private readonly int[] _pieces = new int[Judged * 4];
    private int _wordCount;
    private int _pieceCount;

    /// <summary>Concepts first, then signs.</summary>
    public float[] Traits { get; } = new float[TraitCount];

    /// <summary>Places of words and of pairs of neighbours; one that comes twice stands twice.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, _wordCount);

    /// <summary>Places of the beginnings, ends and middles of words: three to five characters.</summary>
    public ReadOnlySpan<int> Pieces => _pieces.AsSpan(0, _pieceCount);

    public float this[PromotionConcept concept] => Traits[(int)concept];

    public float this[PromotionSign sign] => Traits[ConceptCount + (int)sign];

    public void Clear()
    {
        Array.Clear(Traits);
        _wordCount = _pieceCount = 0;
    }

    public void Add(PromotionConcept concept) => Traits[(int)concept]++;

    public void Add(PromotionSign sign, float value = 1) => Traits[ConceptCount + (int)sign] += value;

    public void Set(PromotionSign sign, float value) => Traits[ConceptCount + (int)sign] = value;

    public void AddWord(uint hash)
    {
        if (_wordCount < _words.Length)
        {
            _words[_wordCount++] = Place(hash);
        }
    }

    public void AddPiece(uint hash)
    {
        if (_pieceCount < _pieces.Length)
        {
            _pieces[_pieceCount++] = Place(hash);
        }
    }

    /// <summary>Counts grow slowly: the tenth exclamation mark says less than the first.</summary>
    public void Flatten(ReadOnlySpan<PromotionSign> signs)
    {
        foreach (var sign in signs)
        {
            ref var value = ref Traits[ConceptCount + (int)sign];
            value = MathF.Log(1 + value);
        }

        for (var concept = 0; concept < ConceptCount; concept++)
        {
            Traits[concept] = Math.Min(Traits[concept], 4);
        }
    }

    private static int Place(uint hash) => (int)(BitOperations.RotateLeft(hash, 5) * 0x9E37_79B1u >> Shift);
}
