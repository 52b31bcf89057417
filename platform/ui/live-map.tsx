// A map that moves (leaflet, loaded lazily); before that, and without JavaScript, a list.
import type * as LeafletApi from 'leaflet';
import type { LeafletMouseEvent, Map as LeafletMap, Marker } from 'leaflet';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from './words.ts';

export interface MapPoint {
  id: string;
  lat: number;
  lon: number;
  label: string;
  count?: number;
  tone?: 'late' | 'here';
  to?: string;
}

export interface LiveMapProps {
  points: readonly MapPoint[];
  label?: string;
  /** What stands around, drawn as paper blocks with a short name each (numbers of houses). */
  around?: readonly Pick<MapPoint, 'id' | 'lat' | 'lon' | 'label'>[];
  /** A pin one can move: told on every move. Give coordinate fields beside it for those who cannot drag. */
  onPick?: (at: { lat: number; lon: number }) => void;
  /** Shown until the map is there, and without JavaScript; by default the points as a list. */
  fallback?: ReactNode;
}

const NOTHING: readonly MapPoint[] = [];

export function LiveMap({ points, label, around = NOTHING, onPick, fallback }: LiveMapProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let map: LeafletMap | undefined;
    let stopped = false;
    void loadLeaflet().then((leaflet) => {
      if (stopped || !box.current) return;
      // The box must have its size before leaflet measures it.
      flushSync(() => setReady(true));
      map = draw(leaflet, box.current, points, around, pick);
      for (const block of around) addBlock(leaflet, map, block);
    });
    return () => {
      stopped = true;
      map?.remove();
    };
  }, [points, around]);
  return (
    <div>
      <div className={ready ? 'map map--live' : 'vh'} role="region" aria-label={label ?? t('map.label')}>
        <div ref={box} className="leaflet-box" />
      </div>
      {!ready && (fallback ?? <PointList points={points} />)}
    </div>
  );
}

function PointList({ points }: { points: readonly MapPoint[] }) {
  return (
    <ul className="map__list small">
      {points.map((point) => (
        <li key={point.id}>{point.to ? <a href={point.to}>{point.label}</a> : point.label}</li>
      ))}
    </ul>
  );
}

type Leaflet = typeof LeafletApi;

async function loadLeaflet(): Promise<Leaflet> {
  const [leaflet] = await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')]);
  return 'default' in leaflet ? (leaflet.default as Leaflet) : leaflet;
}

type Picking = { current: LiveMapProps['onPick'] };

type Around = NonNullable<LiveMapProps['around']>;

function draw(leaflet: Leaflet, box: HTMLElement, points: readonly MapPoint[], around: Around, pick: Picking): LeafletMap {
  const map = leaflet.map(box, { attributionControl: false, zoomSnap: 0.5 });
  const markers = points.map((point) => addPoint(leaflet, map, point, pick));
  const shown = leaflet.latLngBounds([...points, ...around.slice(0, 5)].map((point) => [point.lat, point.lon]));
  if (shown.isValid()) map.fitBounds(shown, { padding: [32, 32], maxZoom: 17 });
  if (pick.current) map.on('click', (event: LeafletMouseEvent) => move(markers[0], event, pick));
  return map;
}

function addBlock(leaflet: Leaflet, map: LeafletMap, { lat, lon, label }: Pick<MapPoint, 'lat' | 'lon' | 'label'>): void {
  const icon = leaflet.divIcon({ className: 'mapblock', html: '', iconSize: [34, 24] });
  const block = leaflet.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(map);
  const element = block.getElement();
  if (element) element.textContent = label;
}

function move(marker: Marker | undefined, event: LeafletMouseEvent, pick: Picking): void {
  marker?.setLatLng(event.latlng);
  pick.current?.({ lat: event.latlng.lat, lon: event.latlng.lng });
}

function addPoint(leaflet: Leaflet, map: LeafletMap, point: MapPoint, pick: Picking): Marker {
  const icon = leaflet.divIcon({
    className: '',
    html: `<span class="mapdot${point.tone ? ` mapdot--${point.tone}` : ''}">${point.count ?? ''}</span>`,
    iconSize: [28, 28],
  });
  // Of several points one is moved: the place the page is about.
  const movable = Boolean(pick.current) && point.tone === 'here';
  const marker = leaflet.marker([point.lat, point.lon], {
    icon,
    title: point.label,
    alt: point.label,
    draggable: movable,
  });
  marker.addTo(map).bindTooltip(point.label);
  marker.on('dragend', () => {
    const at = marker.getLatLng();
    pick.current?.({ lat: at.lat, lon: at.lng });
  });
  if (point.to) marker.on('click', () => location.assign(point.to as string));
  return marker;
}
