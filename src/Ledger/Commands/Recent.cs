namespace Ledger.Commands;

/// <summary>A dictionary that can forget what was not looked at for long: entries stand in a young and an old generation,
/// looking at one makes it young, and <see cref="Age"/> drops the old one when the young one is full.</summary>
internal sealed class Recent<TKey, TValue>(int youngMax)
    where TKey : notnull
{
    private Dictionary<TKey, TValue> young = [];
    private Dictionary<TKey, TValue> old = [];

    public TValue this[TKey key]
    {
        set => young[key] = value;
    }

    public bool TryGetValue(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
    {
        if (young.TryGetValue(key, out value))
            return true;
        if (!old.Remove(key, out value))
            return false;
        young.Add(key, value);
        return true;
    }

    public void TryAdd(TKey key, TValue value)
    {
        if (!TryGetValue(key, out _))
            young.Add(key, value);
    }

    public void Age()
    {
        if (young.Count > youngMax)
            (old, young) = (young, []);
    }
}
