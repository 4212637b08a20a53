namespace PresenceClient.Presences.Watching;

/// <content>Answers that were read as a whole. All of it is called under the lock.</content>
internal sealed partial class WatchState
{
    private void TakeWhole(PageReading reading, WholeAnswer answer, in Observation at)
    {
        WatchPage page = reading.Page;
        var entries = new List<ImageEntry>(reading.Ids.Length);
        for (int i = 0; i < reading.Ids.Length; i++)
        {
            bool isHere = _table.TryFind(reading.Ids[i], out int address)
                && _table.PageAt(Address.PageOf(address)) == page;
            int place = isHere ? Address.PlaceOf(address) : PageImage.None;
            // For a user who was removed and added again since, the answer can be older than what readers have seen.
            if (isHere && page.Slots[place].WasAsked)
            {
                ref Slot slot = ref page.Slots[place];
                if (answer.FailureOf(i) is not null)
                {
                    KeepKnown(page, in slot);
                }
                else if (!IsSame(page, in slot, answer, i))
                {
                    Learn(page, ref slot, address, answer.Found[i], in at, isOfPage: true);
                }
            }

            if (answer.Found[i] is not null)
            {
                (int start, int length) = answer.Locations[i];
                entries.Add(new ImageEntry { Start = start, Length = length, Place = (short)place });
            }
        }

        SetImage(page, answer, entries);
        page.ReadAt = at;
    }

    private static bool IsSame(WatchPage page, in Slot slot, WholeAnswer answer, int i)
    {
        if (!slot.IsRead || page.KeptOf(slot.Id) is not null)
        {
            return false;
        }

        return slot.Entry == PageImage.None
            ? answer.Found[i] is null
            : answer.Found[i] is not null && page.Image.BytesOf(slot.Entry).SequenceEqual(answer.BytesOf(i));
    }

    private static void SetImage(WatchPage page, WholeAnswer answer, List<ImageEntry> entries)
    {
        entries.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        foreach (ref Slot slot in page.Slots)
        {
            slot.Entry = PageImage.None;
        }

        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Place != PageImage.None)
            {
                page.Slots[entries[i].Place].Entry = (short)i;
            }
        }

        page.Image.Replace(answer.Utf8, [.. entries], answer.IsComparable);
    }
}
